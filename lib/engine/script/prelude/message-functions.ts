/** Sending and logging. Source: conversation-builder reference, sections 5.5 to 5.7 and 5.9. */
export const MESSAGE_FUNCTIONS = `
  var REPLY_COUNT_MAX = 10, TITLE_LENGTH_MAX = 20, DETAIL_LENGTH_MAX = 32768;

  function toList(value) { return isList(value) ? value : value === null || value === undefined ? [] : [value]; }
  function toMessageText(value) {
    if (typeof value === 'object' && value !== null) return toJson(value, 'the message');
    return toText(value);
  }
  function toReply(entry) {
    var text = toText(entry), at = indexIn(text, '~');
    var title = trim(at === -1 ? text : cut(text, 0, at)), payload = at === -1 ? title : cut(text, at + 1);
    if (title.length > TITLE_LENGTH_MAX) {
      note('The quick reply “' + title + '” was cut: a title may have 20 characters.');
      title = cut(title, 0, TITLE_LENGTH_MAX);
    }
    return '{"title":' + stringify(title) + ',"payload":' + stringify(payload) + '}';
  }
  function toReplies(value) {
    var list = toList(value), count = list.length > REPLY_COUNT_MAX ? REPLY_COUNT_MAX : list.length, json = '';
    if (list.length > REPLY_COUNT_MAX) note('Only the first 10 of ' + list.length + ' quick replies were used: there may be 10.');
    for (var i = 0; i < count; i++) json += (i ? ',' : '') + toReply(list[i]);
    return '[' + json + ']';
  }
  function send(functionName, message, visibility, replies) {
    if (message === null || message === undefined) return note('botContext.' + functionName + ' was given no text: nothing was sent.');
    record('{"kind":"send-message","message":{"text":' + stringify(toMessageText(message)) + ',"visibility":"' + visibility + '","quickReplies":' + replies + '}}');
  }
  function recordReplies(replies) { record('{"kind":"add-quick-replies","replies":' + toReplies(replies) + '}'); }
  function recordEvent(eventName, userText, detail) {
    var text = detail === null || detail === undefined ? '' : toMessageText(detail);
    if (text.length > DETAIL_LENGTH_MAX) {
      note('The detail of the event “' + eventName + '” was cut: it may have 32 KB.');
      text = cut(text, 0, DETAIL_LENGTH_MAX);
    }
    record('{"kind":"log-event","eventName":' + stringify(toText(eventName)) + ',"userText":' + stringify(toText(userText)) + ',"detail":' + stringify(text) + '}');
  }

  var messageMembers = {
    sendMessage: function (message) { send('sendMessage', message, 'normal', '[]'); },
    sendMessages: function (messages) {
      var list = toList(messages);
      if (list.length === 0) note('botContext.sendMessages was given no texts: nothing was sent.');
      for (var i = 0; i < list.length; i++) send('sendMessages', list[i], 'normal', '[]');
    },
    sendMessageWithQuickReplies: function (message, replies) { send('sendMessageWithQuickReplies', message, 'normal', toReplies(replies)); },
    sendPrivateMessage: function (message) { send('sendPrivateMessage', message, 'private', '[]'); },
    sendImmediateReply: function (message) {
      var list = toList(message), json = '';
      for (var i = 0; i < list.length; i++) json += (i ? ',' : '') + stringify(toMessageText(list[i]));
      record('{"kind":"send-immediate-reply","texts":[' + json + ']}');
      isStopped = true;
      throw stopSign;
    },
    addQuickReplies: recordReplies,
    addQuickReples: recordReplies,
    logCustomEvent: function (userMessage, eventName, detail) { recordEvent(eventName, userMessage, detail); },
    logEscalationEvent: function (userMessage, target) { recordEvent('escalation', userMessage, target); }
  };`;
