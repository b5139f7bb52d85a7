import { counting } from '../plural';

export const count = counting('fr');
