/** Asking for help: categories, questions, words. */
import type { Category, Question } from '../../help-requests/model';
import type { Texts } from '../en';

export const categories: Record<Category, string> = {
  medical: 'Pomoc medyczna',
  security: 'Ochrona',
  lost_person: 'Zaginiona osoba',
  lost_property: 'Zgubiona rzecz',
  accessibility: 'Dostępność',
  other: 'Coś innego',
};

const categoryHints: Record<Category, string> = {
  medical: 'Ktoś jest ranny lub chory',
  security: 'Groźba, przemoc, kradzież',
  lost_person: 'Nie ma dziecka lub bliskiej osoby',
  lost_property: 'Rzecz zgubiona lub znaleziona',
  accessibility: 'Poruszanie się, miejsce, spokój',
  other: 'Wszystko inne',
};

const questions: Record<Question, string> = {
  unconscious: 'Czy ktoś jest nieprzytomny?',
  bleeding: 'Czy ktoś mocno krwawi?',
  breathing_trouble: 'Czy ktoś ma kłopot z oddychaniem?',
  danger_now: 'Czy ktoś jest teraz w niebezpieczeństwie?',
  weapon: 'Czy jest tam broń?',
  injured: 'Czy ktoś jest ranny?',
  child: 'Czy to dziecko?',
  in_danger: 'Czy tej osobie może coś grozić?',
  seen_recently: 'Czy widziano ją w ostatnich 15 minutach?',
  valuable: 'Czy to coś cennego, klucz albo paszport?',
  stolen: 'Czy to kradzież?',
  urgent: 'Czy potrzebujesz tego w ciągu godziny?',
  stuck: 'Czy nie możesz się stamtąd ruszyć?',
  in_pain: 'Czy coś cię boli?',
  alone: 'Czy nikogo z tobą nie ma?',
};

export const ask: Texts['ask'] = {
  category: 'Jakiej pomocy potrzebujesz?',
  categories,
  categoryHints,
  questions,
  answers: { yes: 'Tak', no: 'Nie', unknown: 'Nie wiem' },
  words: 'Co się dzieje?',
  wordsHint: 'Wystarczy kilka słów. Później możesz napisać więcej.',
  wordsLabel: 'Własnymi słowami',
  about: 'Dodatkowo',
  circumstances: {
    for_someone_else: 'Proszę o pomoc dla kogoś innego',
    silent: 'Nikt nie może mnie zauważyć: ciemny ekran i pytania na tak lub nie',
  },
  share: 'Obsługa może widzieć',
  shareName: 'moje imię i nazwisko',
  sharePhone: 'mój numer telefonu',
  shareEmail: 'mój adres e-mail',
  yourName: 'Twoje imię i nazwisko',
  yourPhone: 'Twój numer telefonu',
  anonymous: 'Nic nie jest pokazywane bez twojego wyboru.',
  send: 'Poproś o pomoc',
  sending: 'Wysyłanie…',
  urgent: (number) => `Jeśli zagrożone jest życie, zadzwoń też pod ${number}.`,
  tooLong: (most) => `To za długie. Najwyżej tyle znaków: ${most}.`,
};
