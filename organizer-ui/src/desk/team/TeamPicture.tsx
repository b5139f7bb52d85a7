import { UsersRound } from 'lucide-react';
import { IconBadge } from '../layout/IconBadge';

/** The sign of a team. */
export function TeamPicture({ size }: { size?: number }) {
  return <IconBadge icon={UsersRound} ground="surface.strong" colour="text.primary" size={size} />;
}
