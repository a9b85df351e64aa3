/**
 * `getHoursType`. The interpreter knows no time zones: the host gives the offset of those that the code names, and a zone
 * that is missing is asked for; the host then runs the script again with it.
 * A time range includes its beginning and not its end, except that 23:59 is the end of the day; a range whose end is not
 * after its beginning goes over midnight and counts on both sides of it. Source: conversation-builder reference, section 5.2.
 */
export const HOURS_FUNCTION = `
  var DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
  var DAY_MINUTES = 1440, neededZoneCount = 0;
  var execPattern = uncurry(RegExp.prototype.exec), dayOf = uncurry(DateClass.prototype.getUTCDay), dateOf = uncurry(DateClass.prototype.toISOString);
  var hoursPattern = /^(?:([^|~]+)\\|)?([^~|]+)~(\\d{1,2}):(\\d{2})~(\\d{1,2}):(\\d{2})$/, datePattern = /^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})$/;

  function findOffset(zone) {
    if (!has(facts.zones, zone)) {
      if (neededZoneCount < 20 && zone.length <= 60) neededZones += (neededZoneCount++ ? ',' : '') + stringify(zone);
      throw new ErrorClass('The time in “' + zone + '” is not known yet.');
    }
    if (facts.zones[zone] === null) throw new ErrorClass('“' + zone + '” is not a time zone. Write an IANA name such as Europe/Berlin or America/Los_Angeles.');
    return facts.zones[zone];
  }
  function toMinutes(hours, minutes) { return toNumber(hours) * 60 + toNumber(minutes); }
  function readHours(entry) {
    var text = trim(toText(entry)), match = execPattern(hoursPattern, text);
    if (match === null) throw new ErrorClass('botContext.getHoursType can’t read “' + text + '”. Write KEY~8:00~20:00, FRIDAY|KEY~8:00~17:00 or 12.25.2026|KEY~0:00~23:59.');
    var end = toMinutes(match[5], match[6]);
    return { day: match[1] === undefined ? '' : toUpper(trim(match[1])), key: trim(match[2]), start: toMinutes(match[3], match[4]), end: end === DAY_MINUTES - 1 ? DAY_MINUTES : end };
  }
  function isDay(day, now) {
    if (day === '' || day === now.day) return true;
    var date = execPattern(datePattern, day);
    if (date !== null) return toNumber(date[1]) === now.month && toNumber(date[2]) === now.date && toNumber(date[3]) === now.year;
    for (var i = 0; i < 7; i++) if (DAYS[i] === day) return false;
    throw new ErrorClass('botContext.getHoursType doesn’t know the day “' + day + '”. Write a weekday such as FRIDAY or a date such as 12.25.2026 (month first).');
  }
  function isTime(hours, minute) {
    if (hours.start < hours.end) return minute >= hours.start && minute < hours.end;
    return minute >= hours.start || minute < hours.end;
  }
  var hoursMembers = {
    getHoursType: function (hoursSpec, zone) {
      goOn();
      if (!isList(hoursSpec)) throw new ErrorClass('botContext.getHoursType wants a list of hours such as ["KEY~8:00~20:00"].');
      var local = new DateClass(system.atMs + findOffset(trim(toText(zone))) * 60000), iso = dateOf(local), type = '';
      var now = { day: DAYS[dayOf(local)], year: toNumber(cut(iso, 0, 4)), month: toNumber(cut(iso, 5, 7)), date: toNumber(cut(iso, 8, 10)) };
      var minute = toMinutes(cut(iso, 11, 13), cut(iso, 14, 16));
      for (var i = 0; i < hoursSpec.length; i++) {
        var hours = readHours(hoursSpec[i]);
        if (isDay(hours.day, now) && isTime(hours, minute)) type = hours.key;
      }
      return type;
    }
  };`;
