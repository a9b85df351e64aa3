/**
 * The context service. What a script stores it can read at once. Without a property the getters give all of them as an
 * object that also answers the methods of the vendor's Java map. Source: conversation-builder reference, section 5.8.
 */
export const CONTEXT_FUNCTIONS = `
  function context() {
    goOn();
    if (facts.context === null) {
      needsContext = true;
      throw new ErrorClass('The context service is not ready.');
    }
    return facts.context;
  }
  function isName(text) { return text !== '' && text !== '__proto__'; }
  function findNamespace(functionName, namespace) {
    var found = lookUp(context(), toText(namespace));
    if (found === null) note('botContext.' + functionName + ': there is no context namespace “' + toText(namespace) + '”. Make it with botContext.registerContextNamespace.');
    return found;
  }
  function place(scope, namespace, property) {
    return '"scope":"' + scope + '","namespace":' + stringify(toText(namespace)) + ',"property":' + (property === null ? 'null' : stringify(property));
  }
  function setContext(functionName, scope) {
    return function (namespace, property, value) {
      var found = findNamespace(functionName, namespace), name = toText(property);
      if (found === null || !isName(name)) return false;
      var json = toJson(value, 'the property “' + name + '”');
      record('{"kind":"set-context",' + place(scope, namespace, name) + ',"value":' + json + '}');
      found[scope][name] = parse(json);
      return true;
    };
  }
  function getContext(functionName, scope, hasMap) {
    return function (namespace, property) {
      var found = findNamespace(functionName, namespace), values = found === null ? {} : found[scope];
      return hasMap && (property === undefined || property === null) ? toMap(values) : lookUp(values, toText(property));
    };
  }
  function deleteContext(functionName, scope) {
    return function (namespace, property) {
      var found = findNamespace(functionName, namespace), name = toText(property);
      if (found === null || !has(found[scope], name)) return false;
      record('{"kind":"delete-context",' + place(scope, namespace, name) + '}');
      return delete found[scope][name];
    };
  }
  function deleteAllContext(functionName, scope) {
    return function (namespace) {
      var found = findNamespace(functionName, namespace);
      if (found === null) return false;
      record('{"kind":"delete-context",' + place(scope, namespace, null) + '}');
      found[scope] = {};
      return true;
    };
  }

  var mapMethods = {
    get: function (key) { return lookUp(this, toText(key)); },
    containsKey: function (key) { return has(this, toText(key)); },
    keySet: function () { return keysOf(this); },
    values: function () { var keys = keysOf(this), list = []; for (var i = 0; i < keys.length; i++) list[i] = this[keys[i]]; return list; },
    size: function () { return keysOf(this).length; },
    isEmpty: function () { return keysOf(this).length === 0; }
  };
  var mapPrototype = {}, mapMethodNames = keysOf(mapMethods);
  for (var m = 0; m < mapMethodNames.length; m++) define(mapPrototype, mapMethodNames[m], { value: mapMethods[mapMethodNames[m]], writable: true, configurable: true, enumerable: false });
  function toMap(values) {
    var map = create(mapPrototype), keys = keysOf(values);
    for (var i = 0; i < keys.length; i++) define(map, keys[i], { value: values[keys[i]], writable: true, configurable: true, enumerable: true });
    return map;
  }
  function readTtl(ttl) {
    if (ttl === undefined || ttl === null) return null;
    var seconds = toNumber(ttl);
    if (!(seconds > 0 && seconds <= 2147483647)) throw new ErrorClass('botContext.registerContextNamespace wants a number of seconds, not “' + toText(ttl) + '”.');
    return seconds - seconds % 1 || 1;
  }

  var contextMembers = {
    isContextApiEnabled: function () { return true; },
    registerContextNamespace: function (namespace, ttl) {
      var name = toText(namespace), spaces = context(), ttlS = readTtl(ttl);
      if (!isName(name)) return false;
      record('{"kind":"register-context","namespace":' + stringify(name) + ',"ttlS":' + ttlS + '}');
      if (!has(spaces, name)) spaces[name] = { ttlS: ttlS, global: {}, user: {}, conversation: {} };
      return true;
    },
    deleteContextNamespace: function (namespace) {
      var name = toText(namespace), spaces = context();
      if (!has(spaces, name)) return false;
      record('{"kind":"delete-context-namespace","namespace":' + stringify(name) + '}');
      return delete spaces[name];
    },
    setGlobalContextData: setContext('setGlobalContextData', 'global'),
    setContextDataForUser: setContext('setContextDataForUser', 'user'),
    setContextDataForConversation: setContext('setContextDataForConversation', 'conversation'),
    getGlobalContextData: getContext('getGlobalContextData', 'global', false),
    getContextDataForUser: getContext('getContextDataForUser', 'user', true),
    getContextDataForConversation: getContext('getContextDataForConversation', 'conversation', true),
    deleteGlobalContextData: deleteContext('deleteGlobalContextData', 'global'),
    deleteContextDataForUser: deleteContext('deleteContextDataForUser', 'user'),
    deleteContextDataForConversation: deleteContext('deleteContextDataForConversation', 'conversation'),
    deleteAllContextDataForUser: deleteAllContext('deleteAllContextDataForUser', 'user'),
    deleteAllContextDataForConversation: deleteAllContext('deleteAllContextDataForConversation', 'conversation')
  };`;
