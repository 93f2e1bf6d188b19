import { LEAST_ROOM, type Room, ROOMS } from './story-view.ts';
import { type ChannelTemplates, NO_TEMPLATES } from './template.ts';

/**
 * Renders with ever less room until the service's limits are kept. Text is shortened before it is escaped, so an
 * escape or a tag is never cut. A template whose own text is too long gives way to the channel's layout; what is
 * too long even then (the channel's tests show that nothing is) goes out for the service to judge.
 */
export function fit<T>(
  templates: ChannelTemplates,
  render: (room: Room, templates: ChannelTemplates) => T,
  keepsLimits: (rendered: T) => boolean,
): T {
  for (const chosen of [templates, NO_TEMPLATES]) {
    for (const room of ROOMS) {
      const rendered = render(room, chosen);
      if (keepsLimits(rendered)) return rendered;
    }
  }
  return render(LEAST_ROOM, NO_TEMPLATES);
}
