import { Observable } from '../state/observable';

/** What Chromium hands over when the app could be installed. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** The browser's offer to put the app among the phone's own, kept until the person wants it. */
class InstallOffer extends Observable {
  private prompt: InstallPrompt | undefined;

  get there(): boolean {
    return this.prompt !== undefined;
  }

  /** From now on offers are kept here, instead of being shown by the browser at a moment of its own. */
  listen(): void {
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.become(event as InstallPrompt);
    });
    addEventListener('appinstalled', () => this.become(undefined));
  }

  /** Asks the person; an offer is good for one time. */
  async accept(): Promise<void> {
    const { prompt } = this;
    this.become(undefined);
    // A browser that takes its offer back has its reasons; nothing is lost.
    await prompt?.prompt().catch(() => undefined);
  }

  private become(prompt: InstallPrompt | undefined): void {
    this.prompt = prompt;
    this.changed();
  }
}

export const installOffer = new InstallOffer();
