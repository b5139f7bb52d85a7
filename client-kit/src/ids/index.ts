export { JOIN_CODE_LENGTH, joinCode } from './join-code';
export { uuidV7 } from './uuid';
