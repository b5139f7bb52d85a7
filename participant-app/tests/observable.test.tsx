import { render } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { expect, test } from 'vitest';
import { Observable, useChanges } from '../src/state/observable';
import { until } from './support/until';

class Counter extends Observable {
  value = 0;

  add(): void {
    this.value += 1;
    this.changed();
  }
}

test('a change between being drawn and beginning to listen is shown', async () => {
  const counter = new Counter();
  // The effects of what is inside run before those of what is around it.
  const Hasty = () => {
    useLayoutEffect(() => counter.add(), []);
    return null;
  };
  const Shown = () => {
    useChanges(counter);
    return (
      <p>
        {counter.value}
        <Hasty />
      </p>
    );
  };
  const root = document.createElement('div');
  render(<Shown />, root);
  await until(() => expect(root.textContent).toBe('1'));
  counter.add();
  await until(() => expect(root.textContent).toBe('2'));
  render(null, root);
});
