import { SCRIPT_FUNCTIONS } from './script-functions';

/**
 * The realm of a transform result script: one JavaScript expression for `ScriptJob.prelude`. Its value gets the input made
 * by `buildTransformJob` and returns the function that gives the output which `readTransformResult` reads.
 * `botContext` is made when the realm is prepared, not for each run: every run begins with it untouched.
 *
 * Input and output have one line of JSON each, and after it the text of `jsonData` as it is: a large document is neither
 * parsed nor escaped unless the script itself asks for it.
 * Source: conversation-builder reference, sections 1.4, 1.5, 5.2, 5.3.
 */
export const TRANSFORM_PRELUDE = `(function () {
  'use strict';
  var parse = JSON.parse, stringify = JSON.stringify, toText = String, ErrorClass = Error, has = Object.hasOwn, isList = Array.isArray;
  var print = console.log, debug = console.debug;
  var input = '', lineEnd = 0, facts, system, responseName = '', statusName = '';
  var response = null, isReplaced = false, setNames = [], setByName = Object.create(null);

  function readResponse() {
    if (!isReplaced && response === null && lineEnd + 1 < input.length) response = { jsonData: input.slice(lineEnd + 1) };
    return response;
  }
  function readField(name) {
    if (has(facts.fields, name)) {
      var values = facts.fields[name];
      return values.length === 0 ? null : values.length === 1 ? values[0] : values;
    }
    if (name.endsWith('.count') && has(facts.fields, name.slice(0, -6))) return toText(facts.fields[name.slice(0, -6)].length);
    return null;
  }
  function orNull(value) { return value === undefined ? null : value; }
  function lookUp(map, name) { return has(map, name) ? map[name] : null; }

  var functions = {
    getBotVariable: function (name) {
      name = toText(name);
      if (name === responseName) return readResponse();
      if (name in setByName) return setByName[name].value;
      if (name === statusName) return facts.status;
      if (has(facts.bot, name)) return facts.bot[name];
      return readField(name);
    },
    setBotVariable: function (name, value, persistForSession, persistForever) {
      name = toText(name);
      value = orNull(value);
      if (name === responseName) { response = value; isReplaced = true; return; }
      if (!(name in setByName)) setNames[setNames.length] = name;
      setByName[name] = { value: value, scope: persistForever ? 'permanent' : persistForSession ? 'session' : 'request' };
    },
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
    printDebugMessage: function (message) { debug(message); }
  };

  var elsewhere = ${JSON.stringify(SCRIPT_FUNCTIONS.interaction.join(' '))}.split(' ');
  function distance(a, b) {
    var row = [];
    for (var j = 0; j <= b.length; j++) row[j] = j;
    for (var i = 1; i <= a.length; i++) {
      var corner = row[0];
      row[0] = i;
      for (j = 1; j <= b.length; j++) {
        var above = row[j];
        row[j] = Math.min(above + 1, row[j - 1] + 1, corner + (a[i - 1] === b[j - 1] ? 0 : 1));
        corner = above;
      }
    }
    return row[b.length];
  }
  function suggest(name) {
    var best = '', bestDistance = 4, known = Object.keys(functions).concat(elsewhere);
    if (name.length > 60) return '';
    for (var i = 0; i < known.length; i++) {
      var d = distance(name.toLowerCase(), known[i].toLowerCase());
      if (d < bestDistance) { best = known[i]; bestDistance = d; }
    }
    return best === '' ? ' Complete the name with Ctrl+Space after “botContext.” to see what there is.' : ' Did you mean botContext.' + best + '?';
  }
  function refuse(name) {
    return function () {
      if (elsewhere.indexOf(name) >= 0) {
        throw new ErrorClass('botContext.' + name + ' is not available in a transform result script.' +
          ' Use it in the pre-process, post-process or process user response code of an interaction.');
      }
      if (name === 'getIntegrationResult' || name === 'transformResult') {
        throw new ErrorClass('botContext.' + name + ' is not a botContext function.' +
          ' Read the response with JSON.parse(botContext.getBotVariable("' + responseName + '").jsonData).' + responseName + '.');
      }
      throw new ErrorClass('botContext.' + name + ' is not a botContext function.' + suggest(name));
    };
  }
  globalThis.print = print;
  globalThis.botContext = new Proxy(functions, {
    get: function (target, name) {
      if (typeof name !== 'string' || name in target || name === 'then' || name === 'toJSON') return target[name];
      return refuse(name);
    }
  });

  function toJson(name, value) {
    try {
      var json = stringify(value);
      return json === undefined ? 'null' : json;
    } catch (error) {
      throw new ErrorClass('The value of bot variable “' + name + '” can’t be stored as JSON: ' + toText(error && error.message) + '.');
    }
  }
  function giveResponse() {
    if (!isReplaced) return ['unchanged', ''];
    if (response === null || typeof response !== 'object' || isList(response)) return ['not-an-object', ''];
    var text = response.jsonData;
    if (typeof text !== 'string') return ['not-text', ''];
    return ['replaced', text];
  }
  function finish() {
    var given = giveResponse(), variables = '';
    for (var i = 0; i < setNames.length; i++) {
      var name = setNames[i];
      variables += (i ? ',' : '') + '{"name":' + stringify(name) + ',"scope":"' + setByName[name].scope + '","value":' + toJson(name, setByName[name].value) + '}';
    }
    return '{"response":"' + given[0] + '","variables":[' + variables + ']}\\n' + given[1];
  }
  return function (text) {
    input = text;
    lineEnd = input.indexOf('\\n');
    facts = parse(input.slice(0, lineEnd));
    system = facts.system;
    responseName = 'api_' + facts.responseVariable;
    statusName = responseName + 'Status';
    return finish;
  };
})()`;
