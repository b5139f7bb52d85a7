import { Choice } from '../components/Choice';
import { useTeam } from './useTeam';

interface Props {
  label: string;
  value: string;
  onChange: (member: string) => void;
}

/** Narrows a list to one member of the organization. */
export function MemberChoice(props: Props) {
  const team = useTeam();
  return <Choice {...props}>{(team.data ?? []).map(({ id, name }) => ({ value: id, text: name }))}</Choice>;
}
