import {
  Accessibility,
  Baby,
  CircleQuestionMark,
  HeartPulse,
  type LucideIcon,
  PackageSearch,
  ShieldAlert,
} from 'lucide-react';
import type { Category } from '../../api/types';

/** The sign of each kind of help. */
export const CATEGORY_ICONS: Record<Category, LucideIcon> = {
  medical: HeartPulse,
  security: ShieldAlert,
  lost_person: Baby,
  lost_property: PackageSearch,
  accessibility: Accessibility,
  other: CircleQuestionMark,
};
