import type { Rule, Unheld } from './rule.ts';

export const EVENTS_RULES = {
  'calendar.times': {
    line: 'events-1',
    sentence:
      'wx.addPhoneCalendar takes startTime as a number and endTime as a text, both in unix seconds, alarmOffset in seconds',
    source: 'api/device/calendar/wx.addPhoneCalendar.html',
    when: 'run',
    where: 'simulator/wx/calendar.ts',
    level: 'error',
  },
  'document.kind': {
    line: 'events-2',
    sentence:
      'wx.openDocument opens doc docx xls xlsx ppt pptx pdf; fileType says it where the path has no ending',
    source: 'api/file/wx.openDocument.html',
    when: 'run',
    where: 'simulator/wx/files.ts',
    level: 'error',
  },
  'location.numbers': {
    line: 'events-3',
    sentence: 'wx.openLocation takes latitude and longitude as numbers of degrees (GCJ-02)',
    source: 'api/location/wx.openLocation.html',
    when: 'run',
    where: 'simulator/wx/device.ts',
    level: 'error',
  },
  'phone.tap': {
    line: 'events-3',
    sentence: 'wx.makePhoneCall follows a tap',
    source: 'api/device/phone/wx.makePhoneCall.html',
    when: 'run',
    where: 'simulator/wx/device.ts',
    level: 'error',
  },
} as const satisfies Record<string, Rule>;

export const EVENTS_UNHELD: Unheld[] = [
  {
    line: 'events-4',
    sentence: 'Background audio needs a title and requiredBackgroundModes',
    source: 'api/media/background-audio/BackgroundAudioManager.html',
    reason: 'not modelled as the product plays nothing: calling it fails by its name',
  },
  {
    line: 'review-1',
    sentence:
      'Each category is reached within two taps, the product is complete, and 时政信息 needs its licence',
    source: 'https://developers.weixin.qq.com/miniprogram/product/material/',
    reason: 'a judgement that the review of WeChat makes on the whole product',
  },
];
