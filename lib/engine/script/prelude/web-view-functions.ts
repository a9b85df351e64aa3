/** Links to pages that write back. Source: conversation-builder reference, section 4.3; the function is ours. */
export const WEB_VIEW_FUNCTIONS = `
  var encode = encodeURIComponent;
  var webViewMembers = {
    getWebViewUrl: function (baseUrl, options) {
      var address = baseUrl === undefined || baseUrl === null ? '' : trim(toText(baseUrl));
      if (address === '') address = system.webViewPageUrl;
      if (address === '') throw new ErrorClass('botContext.getWebViewUrl needs the page’s address: give it, or set it in the bot’s Web View settings.');
      var query = system.webViewQuery, parameters = options && options.parameters;
      if (typeof parameters === 'object' && parameters !== null) {
        var names = keysOf(parameters);
        for (var i = 0; i < names.length; i++) query += '&' + encode(names[i]) + '=' + encode(toText(parameters[names[i]]));
      }
      var hash = indexIn(address, '#'), base = hash === -1 ? address : cut(address, 0, hash), fragment = hash === -1 ? '' : cut(address, hash);
      var joint = indexIn(base, '?') === -1 ? '?' : endsWith(base, '?') || endsWith(base, '&') ? '' : '&';
      return base + joint + query + fragment;
    }
  };`;
