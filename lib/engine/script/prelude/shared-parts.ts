import { SCRIPT_FUNCTIONS } from '@/lib/engine/script/script-functions';

/**
 * What every prelude begins with: built-ins as they are before the designer's code can replace them, and the snapshot,
 * which the prelude fills in when a run starts.
 */
export const PRELUDE_HEAD = `
  var parse = JSON.parse, stringify = JSON.stringify, toText = String, toNumber = Number, ErrorClass = Error, DateClass = Date;
  var has = Object.hasOwn, create = Object.create, define = Object.defineProperty, keysOf = Object.keys, isList = Array.isArray;
  var uncurry = Function.prototype.bind.bind(Function.prototype.call);
  var indexIn = uncurry(''.indexOf), cut = uncurry(''.slice), trim = uncurry(''.trim), toLower = uncurry(''.toLowerCase), toUpper = uncurry(''.toUpperCase);
  var startsWith = uncurry(''.startsWith), endsWith = uncurry(''.endsWith), charCodeAt = uncurry(''.charCodeAt);
  var print = console.log, debug = console.debug, warn = console.warn;
  var facts, system;
  function orNull(value) { return value === undefined ? null : value; }
  function lookUp(map, name) { return has(map, name) ? map[name] : null; }
  function readField(name) {
    if (has(facts.fields, name)) {
      var values = facts.fields[name];
      return values.length === 0 ? null : values.length === 1 ? values[0] : values;
    }
    if (endsWith(name, '.count') && has(facts.fields, cut(name, 0, -6))) return toText(facts.fields[cut(name, 0, -6)].length);
    return null;
  }
  function toJson(value, what) {
    try {
      var json = stringify(value);
      return json === undefined ? 'null' : json;
    } catch (error) {
      throw new ErrorClass('The value of ' + what + ' can’t be stored as JSON: ' + toText(error && error.message) + '.');
    }
  }`;

/** Members of `botContext` that are the same in every script, apart from variables. */
export const EVERYWHERE_MEMBERS = `
    getCurrentUserMessage: function () { return system.userMessage; },
    getEnvVariable: function (name) { return lookUp(facts.environment, toText(name)); },
    getChatBotId: function () { return system.chatBotId; },
    getConversationId: function () { return system.conversationId; },
    getLPAccountId: function () { return system.accountId; },
    isApiExecutionSuccessful: function () { return facts.isSuccessful; },
    getApiStatusCode: function () { return facts.status === null ? '' : toText(facts.status); },
    getWebViewVariable: function (name) { return lookUp(facts.webView, toText(name)); },
    getWebViewVariables: function () { return facts.webView; },
    getQuickReplyPayload: function () { return system.quickReplyPayload; },
    getUserPlatformId: function () { return system.userPlatformId; },
    getFileCaption: function () { return system.fileCaption === '' ? '__EMPTYTEXT__' : system.fileCaption; },
    getFileType: function () { return system.fileType; },
    printDebugMessage: function (message) { debug(message); }`;

const CONVERSATION_NAMES = SCRIPT_FUNCTIONS.conversation.map(({ name }) => name);

/**
 * Makes `botContext` of `functions`, an object that the prelude has made before. A name that is none gives an error that
 * says what to do. Expects `explain(name)`: the prelude's own words about a name, or ''.
 */
export const BOT_CONTEXT_MAKER = `
  var conversationNames = ${JSON.stringify(CONVERSATION_NAMES.join(' '))}.split(' ');
  function distance(a, b) {
    var row = [];
    for (var j = 0; j <= b.length; j++) row[j] = j;
    for (var i = 1; i <= a.length; i++) {
      var corner = row[0];
      row[0] = i;
      for (j = 1; j <= b.length; j++) {
        var above = row[j], smallest = corner + (a[i - 1] === b[j - 1] ? 0 : 1);
        if (above + 1 < smallest) smallest = above + 1;
        if (row[j - 1] + 1 < smallest) smallest = row[j - 1] + 1;
        row[j] = smallest;
        corner = above;
      }
    }
    return row[b.length];
  }
  function suggest(name) {
    var best = '', bestDistance = 4, known = keysOf(functions), i, j = known.length;
    if (name.length > 60) return '';
    for (i = 0; i < conversationNames.length; i++) known[j++] = conversationNames[i];
    for (i = 0; i < known.length; i++) {
      var d = distance(toLower(name), toLower(known[i]));
      if (d < bestDistance) { best = known[i]; bestDistance = d; }
    }
    return best === '' ? ' Complete the name with Ctrl+Space after “botContext.” to see what there is.' : ' Did you mean botContext.' + best + '?';
  }
  function refuse(name) {
    return function () {
      var explanation = explain(name);
      if (explanation !== '') throw new ErrorClass('botContext.' + name + explanation);
      throw new ErrorClass('botContext.' + name + ' is not a botContext function.' + suggest(name));
    };
  }
  globalThis.print = print;
  globalThis.botContext = new Proxy(functions, {
    get: function (target, name) {
      if (typeof name !== 'string' || name in target || name === 'then' || name === 'toJSON') return target[name];
      return refuse(name);
    }
  });`;
