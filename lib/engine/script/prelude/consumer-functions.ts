/** Who talks and what was understood, with what belongs to the vendor's cloud. Source: conversation-builder reference, sections 5.2, 5.4, 5.8 and 5.9. */
export const CONSUMER_FUNCTIONS = `
  function toEntity(match) {
    return {
      getPhrase: function () { return match.phrase; },
      getDataValue: function () { return match.dataValue; },
      toJSON: function () { return { phrase: match.phrase, dataValue: match.dataValue }; }
    };
  }
  function setUser(field, value) {
    value = toText(value);
    record('{"kind":"set-user","field":"' + field + '","value":' + stringify(value) + '}');
    system[field === 'name' ? 'userName' : 'email'] = value;
  }
  function empty() { return ''; }

  var consumerMembers = {
    getMetadata: function (type) {
      var found = [], count = 0;
      for (var i = 0; i < facts.metadata.length; i++) {
        var entry = facts.metadata[i];
        if (typeof entry === 'object' && entry !== null && has(entry, 'type') && entry.type === toText(type)) found[count++] = entry;
      }
      return count === 0 ? null : found;
    },
    getNamedEntities: function (name) {
      name = toText(name);
      if (name[0] === '@') name = cut(name, 1);
      var matches = lookUp(facts.entities, name), found = [];
      if (matches === null || matches.length === 0) return null;
      for (var i = 0; i < matches.length; i++) found[i] = toEntity(matches[i]);
      return found;
    },
    getDialogStarterIntent: function () { return system.dialogStarterIntent; },
    getDisambiguatedIntentName: function () { return system.disambiguatedIntentName; },
    getDisambiguatedIntentId: function () { return system.disambiguatedIntentId; },
    getUserChannel: function () { return system.channel; },
    getChannel: function () {
      note('botContext.getChannel is deprecated. Use botContext.getUserChannel.');
      return system.channel;
    },
    getUserPlatformType: function () { return system.channel === 'lp_fb' ? 'FACEBOOK' : 'HTMLCLIENT'; },
    getLPUserPersonalInfo: function () {
      var info = facts.personalInfo;
      if (typeof info !== 'object' || info === null) return null;
      return info.firstname || info.lastname || info.company ? info : null;
    },
    getLPCustomerInfo: function () { return facts.customerInfo; },
    getUserName: function () { return system.userName; },
    setUserName: function (name) { setUser('name', name); },
    getEmail: function () { return system.email; },
    setEmail: function (address) { setUser('email', address); },

    getLPEngagementAttribute: function () { noteCloud('getLPEngagementAttribute'); return ''; },
    askMaven: function () { noteCloud('askMaven'); return '{}'; },
    getNlpResponse: function () { noteCloud('getNlpResponse'); return { nouns: [], verbs: [], phrases: [], sentences: [], tokens: [] }; },
    getSentiment: function () { noteCloud('getSentiment'); return 'Neutral'; },
    getUserLocation: function () {
      noteCloud('getUserLocation');
      return { getState: empty, getLatitude: empty, getLongitude: empty, getZipCode: empty };
    }
  };`;
