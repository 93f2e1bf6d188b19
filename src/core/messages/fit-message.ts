import { LEAST_BUDGET, type TextBudget, BUDGETS } from './story-view.ts';
import { type ChannelTemplates, NO_TEMPLATES } from './template.ts';

/**
 * Renders with less and less room until the service's limits are kept. Text is shortened before it is escaped, so no
 * escape or tag is ever cut. If a template's own text is too long, the channel's layout is used instead. What is too
 * long even then (tests of each channel show that nothing is) is sent as it is.
 */
export function fitMessage<T>(
  templates: ChannelTemplates,
  render: (room: TextBudget, templates: ChannelTemplates) => T,
  keepsLimits: (rendered: T) => boolean,
): T {
  for (const chosen of [templates, NO_TEMPLATES]) {
    for (const room of BUDGETS) {
      const rendered = render(room, chosen);
      if (keepsLimits(rendered)) return rendered;
    }
  }
  return render(LEAST_BUDGET, NO_TEMPLATES);
}
