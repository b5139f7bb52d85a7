import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

export interface DialogProps {
  title: string;
  children?: ComponentChildren;
  /** What goes on, in a few words; the dangerous way. */
  confirm: string;
  /** What stays as it is; the way that is taken by Escape and by a tap outside. */
  keep: string;
  onConfirm: () => void;
  onKeep: () => void;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ title, children, confirm, keep, onConfirm, onKeep }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onKeep();
      }}
    >
      <h2 id={id} class="title">
        {title}
      </h2>
      {children}
      <div class="stack">
        <button type="button" class="primary" onClick={onKeep}>
          {keep}
        </button>
        <button type="button" class="secondary danger" onClick={onConfirm}>
          {confirm}
        </button>
      </div>
    </dialog>
  );
}
