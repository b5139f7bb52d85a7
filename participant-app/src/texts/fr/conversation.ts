/** Talking with staff, and what was said before. */

import type { Texts } from '../en';
import { count } from './count';

export const conversation: Texts['conversation'] = {
  messages: 'Messages',
  you: 'Vous',
  staff: 'Équipe',
  write: 'Écrire un message',
  send: 'Envoyer',
  typing: (name) => `${name} écrit…`,
  typingSomebody: 'Quelqu’un écrit…',
  progress: {
    waiting: 'En attente d’envoi',
    sent: 'Envoyé',
    delivered: 'Reçu',
    read: 'Lu',
    refused: 'Non envoyé',
  },
  refusals: {
    closed: 'La conversation a été fermée avant l’arrivée de ce message.',
    forbidden: 'Vous ne pouvez pas écrire ici.',
    not_found: 'Cette conversation n’existe plus.',
    invalid: 'Ce message ne peut pas être envoyé ainsi.',
    too_large: 'Ce fichier est trop grand.',
    quota: 'Vous avez envoyé autant de fichiers que possible en un jour.',
    other: 'L’équipe n’a pas pu le recevoir.',
  },
  replyTo: (text) => `Répondre : ${text}`,
  noReply: 'Ne pas répondre à ce message',
  answers: 'Répond à',
  earlier: 'Un message précédent',
  change: 'Modifier',
  retry: 'Renvoyer',
  discard: 'Supprimer',
  notices: {
    organization_blocked: 'L’aide de cet événement est fermée. Plus personne ne peut répondre ici.',
  },
  noticeCall: (number) => `En cas d’urgence, appelez le ${number}`,
  missing: 'Chargement des messages précédents…',
  newest: 'Nouveaux messages plus bas',
  tooLong: (most) => `Trop long : au plus ${most} caractères.`,
};

export const history: Texts['history'] = {
  title: 'Mes demandes',
  none: 'Vous n’avez pas encore demandé d’aide.',
  noneHint: 'Quand vous le ferez, vous retrouverez tout ici, même sans connexion.',
  open: 'Ouvertes',
  earlier: 'Précédentes',
  phases: {
    unsent: 'Pas encore envoyée',
    waiting: 'En attente',
    taken: 'En conversation',
    over: 'Fermée',
    cancelled: 'Annulée',
    expired: 'Sans réponse',
    refused: 'Non envoyée',
  },
  unread: (n) => count(n, { one: 'nouveau message', other: 'nouveaux messages' }),
};
