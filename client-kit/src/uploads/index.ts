export { attachmentReader, uploadCalls } from './calls';
export { photoEntry, type To, voiceEntry } from './entries';
export { AttachmentFiles, type FileShelf, type Size } from './files';
export { NoPicture, type Shrunk, shrink } from './shrink';
export { type UploadCalls, Uploader, type UploaderOptions, type UploadState } from './uploader';
