import { expect } from '@playwright/test';
import type { Desk } from './desk';
import type { Phone } from './phone';

/** Somebody asks for help and is sent to a member of staff, who has not looked yet. */
export async function meet(phone: Phone, desk: Desk, words: string): Promise<void> {
  await desk.signIn('staff1@demo.test');
  await desk.available();
  await phone.join();
  await phone.ask(words);
  await expect(phone.page.getByText('Sam Okafor is here for you')).toBeVisible();
}
