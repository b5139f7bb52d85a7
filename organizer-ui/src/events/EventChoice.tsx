import { Choice } from '../components/Choice';
import { useEvents } from './useEvents';

interface Props {
  label: string;
  value: string;
  onChange: (event: string) => void;
}

/** Narrows a list to one event. */
export function EventChoice(props: Props) {
  const events = useEvents({});
  return <Choice {...props}>{events.items.map(({ id, name }) => ({ value: id, text: name }))}</Choice>;
}
