import type { Desk } from './desk';
import type { Phone } from './phone';

/** Somebody asks for help, is sent to a member of staff, and is on their screen. */
export async function meet(phone: Phone, desk: Desk, words: string): Promise<void> {
  await desk.signIn('staff1@demo.test');
  await desk.available();
  await phone.join();
  await phone.ask(words);
  await desk.page.getByRole('link', { name: new RegExp(words) }).click();
}
