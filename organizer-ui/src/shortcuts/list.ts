/** The shortcuts as the list shows them. What they do is bound where it belongs (`useShortcuts`). */

export const SHORTCUTS = [
  {
    title: 'shortcuts.anywhere',
    items: [
      { keys: ['?'], text: 'shortcuts.show' },
      { keys: ['G', 'D'], text: 'shortcuts.goDesk' },
      { keys: ['G', 'I'], text: 'shortcuts.goIncidents' },
      { keys: ['G', 'E'], text: 'shortcuts.goEvents' },
      { keys: ['G', 'R'], text: 'shortcuts.goArchive' },
      { keys: ['G', 'T'], text: 'shortcuts.goTeam' },
      { keys: ['Shift', 'L'], text: 'shortcuts.theme' },
    ],
  },
  {
    title: 'shortcuts.onDesk',
    items: [
      { keys: ['T'], text: 'shortcuts.takeNext' },
      { keys: ['J'], text: 'shortcuts.nextItem' },
      { keys: ['K'], text: 'shortcuts.previousItem' },
      { keys: ['U'], text: 'shortcuts.nextUnread' },
      { keys: ['B'], text: 'shortcuts.team' },
      { keys: ['/'], text: 'shortcuts.find' },
      { keys: ['X'], text: 'shortcuts.choose' },
      { keys: ['A'], text: 'shortcuts.availability' },
      { keys: ['Shift', 'A'], text: 'shortcuts.availabilityToggle' },
      { keys: ['M'], text: 'shortcuts.mute' },
    ],
  },
  {
    title: 'shortcuts.inConversation',
    items: [
      { keys: ['R'], text: 'shortcuts.write' },
      { keys: ['W'], text: 'shortcuts.note' },
      { keys: ['Q'], text: 'shortcuts.answer' },
      { keys: ['Enter'], text: 'shortcuts.send' },
      { keys: ['Shift', 'Enter'], text: 'shortcuts.newLine' },
      { keys: ['Esc'], text: 'shortcuts.leaveField' },
      { keys: ['D'], text: 'shortcuts.context' },
      { keys: ['#'], text: 'shortcuts.tags' },
      { keys: ['N'], text: 'shortcuts.newest' },
      { keys: ['P'], text: 'shortcuts.priority' },
      { keys: ['H'], text: 'shortcuts.handOver' },
      { keys: ['I'], text: 'shortcuts.invite' },
      { keys: ['O'], text: 'shortcuts.newIncident' },
      { keys: ['L'], text: 'shortcuts.linkIncident' },
      { keys: ['C'], text: 'shortcuts.closeConversation' },
    ],
  },
] as const;
