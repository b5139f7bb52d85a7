import type { Category, Priority } from '../../api/types';
import { IconBadge } from '../layout/IconBadge';
import { CATEGORY_ICONS } from './categories';

interface Props {
  category: Category;
  priority: Priority;
  size?: number;
}

/** The kind of help on the colour of its priority. */
export function CategoryBadge({ category, priority, size }: Props) {
  return (
    <IconBadge
      icon={CATEGORY_ICONS[category]}
      ground={`${priority}.main`}
      colour={`${priority}.contrastText`}
      size={size}
    />
  );
}
