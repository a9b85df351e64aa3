/**
 * Trusted JavaScript that furnishes a realm before any prelude: `console`, and a `Math.random` that can be seeded
 * (every run starts from the same memory image, so the built-in generator would repeat itself).
 * One expression: a function of the host's line sink that returns the worker's controls. Built-ins are captured first,
 * because the script that comes later may replace them.
 */
export const REALM_FRAME = `(function (emit) {
  'use strict';
  var stringify = JSON.stringify, toText = String, ErrorClass = Error, apply = Reflect.apply, slice = String.prototype.slice;
  var TEXT_MAX = 10000;
  function cut(text) { return text.length > TEXT_MAX ? apply(slice, text, [0, TEXT_MAX]) : text; }
  function show(value) {
    try {
      if (typeof value === 'string') return value;
      if (value instanceof ErrorClass) return toText(value);
      if (typeof value === 'function') return '[function ' + toText(value.name) + ']';
      if (typeof value === 'object' && value !== null) {
        try { var json = stringify(value); if (typeof json === 'string') return json; } catch (circular) { return toText(value); }
      }
      return toText(value);
    } catch (trap) { return '[a value that cannot be shown]'; }
  }
  function line(level) {
    return function () {
      var text = '';
      for (var i = 0; i < arguments.length && text.length <= TEXT_MAX; i++) text += (i ? ' ' : '') + cut(show(arguments[i]));
      emit(level, cut(text));
    };
  }
  var consoleObject = {
    log: line('log'), info: line('log'), warn: line('warn'), error: line('error'), debug: line('debug'), trace: line('debug')
  };
  Object.defineProperty(globalThis, 'console', { value: consoleObject, writable: true, configurable: true, enumerable: false });

  var a = 1, b = 2, c = 3, d = 4;
  Math.random = { random: function () {
    var t = (a + b | 0) + d | 0;
    d = d + 1 | 0; a = b ^ b >>> 9; b = c + (c << 3) | 0; c = (c << 21 | c >>> 11); c = c + t | 0;
    return (t >>> 0) / 4294967296;
  } }.random;

  return {
    seed: function (first, second) { a = first | 0; b = second | 0; c = 3; d = 4; for (var i = 0; i < 12; i++) Math.random(); },
    describe: function (thrown) {
      var name = '', message = '', stack = '';
      if (typeof thrown === 'object' && thrown !== null) {
        try { name = toText(thrown.name === undefined ? '' : thrown.name); } catch (trap) {}
        try { message = thrown.message === undefined ? show(thrown) : toText(thrown.message); } catch (trap) { message = '[an error that cannot be shown]'; }
        try { stack = typeof thrown.stack === 'string' ? thrown.stack : ''; } catch (trap) {}
      } else message = show(thrown);
      return { __proto__: null, name: cut(name), message: cut(message), stack: cut(stack) };
    }
  };
})`;
