/**
 * Text size: four steps, one of them chosen. The script (lib/reader/display.ts) does the work; without it nothing is shown, because
 * every browser has a zoom of its own.
 */
import { messages } from '@/lib/locale/messages';
import type { Locale } from '@/lib/locale/locales';

/** Also the values of html[data-text-size]; the first is the size pages are designed in. */
const steps = ['1', '2', '3', '4'] as const;

export function TextSize({ locale }: { readonly locale: Locale }) {
  const { tools, joint } = messages(locale);
  return (
    <div className="text-size" role="group" aria-label={tools.textSize} data-tool="" data-needs="script">
      <span className="text-size__label" aria-hidden="true">
        {tools.textSize}
      </span>
      {steps.map((step) => (
        <button
          key={step}
          type="button"
          className="text-size__step"
          name="text-size"
          value={step}
          data-action="set"
          data-done={`${tools.textSize}${joint.colon}${tools.textSizes[step]}`}
          aria-pressed={step === '1'}
        >
          {tools.textSizes[step]}
        </button>
      ))}
      <span className="visually-hidden" role="status" />
    </div>
  );
}
