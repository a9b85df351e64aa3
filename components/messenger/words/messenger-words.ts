/**
 * Everything that the messenger says itself, in one language. A language that lacks a word does not compile.
 * Counts and sizes come as numbers or as text written for the language already.
 */
export type MessengerWords = {
  /** Over the consumer's own messages. */
  you: string;
  /** Over the messages of somebody who took over. */
  person: string;
  /** Over the platform's messages. */
  notice: string;
  /** Behind the sender of a message that consumers never see. */
  privateNote: string;
  isTyping: (name: string) => string;
  /** The thread, for screen readers. */
  conversation: string;
  toNewest: string;
  /** Begins what was unread. */
  newMessages: string;
  unreadCount: (count: number) => string;
  loadingOlder: string;
  olderFailed: string;
  today: string;
  yesterday: string;

  message: string;
  placeholder: string;
  send: string;
  attach: string;
  dropFiles: string;
  emoji: string;
  emojiGroups: { smileys: string; people: string; nature: string; food: string; travel: string; things: string; signs: string };
  sending: string;
  sent: string;
  waitingToSend: string;
  notSent: string;
  sendAgain: string;
  takeBack: string;
  removeFile: (name: string) => string;
  uploading: (percent: string) => string;
  tooLarge: (name: string, size: string, most: string) => string;
  wrongType: (name: string, types: string) => string;
  tooManyFiles: (most: string) => string;
  uploadFailed: (name: string) => string;
  textTooLong: (most: string) => string;

  quickReplies: string;
  chooseOne: string;
  cards: string;
  entries: (label: string, count: number) => string;
  slideOf: (index: number, count: number) => string;
  previous: string;
  next: string;
  file: string;
  download: string;
  opensNewTab: string;
  openInNewTab: string;
  openTitle: (title: string) => string;
  noWebAddress: string;
  image: string;
  video: string;
  sound: string;
  enlarge: (description: string) => string;
  couldNotShow: (what: string) => string;
  chooseFile: string;
  fileAsked: string;
  sendingFile: string;
  atMost: (size: string) => string;
  typesAtMost: (types: string, size: string) => string;
  date: string;
  from: string;
  to: string;
  placeOnMap: string;
  notShown: (name: string) => string;
  doesNothing: string;

  close: string;
  closeMessenger: string;
  openMessenger: string;
  dismiss: string;
  menu: string;
  back: string;
  cancel: string;
  conversations: string;
  newConversation: string;
  noConversations: string;
  startOver: string;
  startOverAsk: string;
  endConversation: string;
  endAsk: string;
  downloadTranscript: string;
  mailTranscript: string;
  mailAddress: string;
  mailSent: (to: string) => string;
  mailNotSent: (to: string) => string;
  mailTooMany: string;
  mailNoAddress: (to: string) => string;
  /** A conversation without a message, in the list. */
  nothingSaid: string;
  ended: string;
  /** Before the consumer's own text, in the list. */
  youSaid: (text: string) => string;

  conversationEnded: string;
  handedOver: string;
  returned: string;
  webViewDone: string;

  privacyTitle: string;
  accept: string;
  privacyMore: string;

  pageOf: (host: string) => string;
  thisSite: string;
  closePage: string;
  loadingPage: string;
  pageBadAddress: string;
  pageRefused: string;
  pageLate: string;
  pageFailing: string;

  loading: string;
  offline: string;
  reconnecting: string;
  tooFast: string;
  serverDown: string;
  unavailable: string;
  gone: string;
  sessionEnded: string;
  tryAgain: string;
  failed: string;
};
