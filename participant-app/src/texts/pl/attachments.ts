/** Photos and voice clips. */

import type { Texts } from '../en';

export const attachments: Texts['attachments'] = {
  add: 'Dodaj zdjęcie, nagranie głosu lub położenie',
  addPhoto: 'Dodaj zdjęcie',
  remove: 'Usuń zdjęcie',
  camera: 'Zrób zdjęcie',
  gallery: 'Wybierz zdjęcia',
  record: 'Nagraj głos',
  preparing: 'Przygotowywanie zdjęcia…',
  noPicture: 'Ten plik nie jest obrazem, który można wysłać.',
  photo: 'Zdjęcie',
  show: 'Pokaż zdjęcie w dużym rozmiarze',
  close: 'Zamknij',
  cancel: 'Anuluj',
  sending: (percent) => `Wysyłanie, ${percent} %`,
  away: 'Tego zdjęcia nie ma na tym telefonie. Pojawi się, gdy będzie połączenie.',
  voiceMessage: 'Wiadomość głosowa',
  voiceAway: 'Tej wiadomości głosowej nie ma na tym telefonie. Można jej posłuchać, gdy będzie połączenie.',
  play: (length) => `Odtwórz wiadomość głosową, ${length}`,
  pause: 'Wstrzymaj',
  recording: 'Trwa nagrywanie',
  noMicrophone: 'Nie można użyć mikrofonu. Zezwól na niego w ustawieniach telefonu albo napisz.',
};
