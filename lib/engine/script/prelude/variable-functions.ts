/**
 * Bot variables of conversation scripts. A stored value is visible at once, as the same object; it counts as it is at the
 * end of the script. `X.key` and `X.key.count` are fields, `api_X` is `{ jsonData }` with the key `api_X` in the text,
 * `api_XStatus` a number. Source: conversation-builder reference, sections 1.4, 5.2 and 8.4.
 */
export const VARIABLE_FUNCTIONS = `
  var responseTexts = create(null), responses = create(null), setValues = create(null);

  function readResponse(name) {
    if (!(name in responses)) responses[name] = { jsonData: '{' + stringify(name) + ':' + responseTexts[name] + '}' };
    return responses[name];
  }
  function isResponseValue(name, value) {
    return startsWith(name, 'api_') && typeof value === 'object' && value !== null && !isList(value) && typeof value.jsonData === 'string';
  }
  function readDocument(name, text) {
    var again = ' Set it with an object whose jsonData is JSON.stringify({ ' + name + ': document }).', whole;
    try { whole = parse(text); } catch (error) { throw new ErrorClass('The jsonData of ' + name + ' is text that is not JSON.' + again); }
    if (typeof whole !== 'object' || whole === null || !has(whole, name)) throw new ErrorClass('The jsonData of ' + name + ' is without the key ' + name + '.' + again);
    return whole[name];
  }
  function toResponseCommand(name, value) {
    return '{"kind":"replace-response","name":' + stringify(name) + ',"document":' + toJson(readDocument(name, value.jsonData), name) + '}';
  }
  function toVariableCommand(name, duration, value) {
    return '{"kind":"set-variable","name":' + stringify(name) + ',"duration":"' + duration + '","value":' + toJson(value, 'bot variable “' + name + '”') + '}';
  }
  function setVariable(name, value, duration) {
    var isObject = typeof value === 'object' && value !== null;
    if (isResponseValue(name, value)) recordLasting(function () { return toResponseCommand(name, value); });
    else if (isObject) recordLasting(function () { return toVariableCommand(name, duration, value); });
    else record(toVariableCommand(name, duration, value));
    setValues[name] = value;
  }
  var variableMembers = {
    getBotVariable: function (name) {
      name = toText(name);
      if (name in setValues) return setValues[name];
      if (name in responseTexts) return readResponse(name);
      if (has(facts.bot, name)) return facts.bot[name];
      var field = readField(name);
      if (field !== null) return field;
      if (startsWith(name, 'slot.')) name = cut(name, 5);
      return lookUp(facts.slots, name);
    },
    setBotVariable: function (name, value, persistForSession, persistForever) {
      name = toText(name);
      if (name === '__proto__') throw new ErrorClass('A bot variable can’t have the name __proto__. Choose another one.');
      if (name in responseTexts && !isResponseValue(name, value)) {
        throw new ErrorClass('The response ' + name + ' can only be set to an object with jsonData. Set it with an object whose jsonData is JSON.stringify({ ' + name + ': document }).');
      }
      setVariable(name, orNull(value), persistForever ? 'permanent' : persistForSession ? 'session' : 'request');
    }
  };`;
