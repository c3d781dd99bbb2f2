/**
 * The settings themselves: a group of radio buttons each, which the reader's script reads and marks (lib/reader/display.ts), a paragraph
 * that shows the effect, the keys that press something. Without script it says what the browser can do; elder mode needs none.
 */
import type { ReactNode } from 'react';
import { messages } from '@/lib/locale/messages';
import type { Locale } from '@/lib/locale/locales';
import { elderPathOf } from '@/lib/routes';

interface DisplaySettingsProps {
  readonly locale: Locale;
}

export function DisplaySettings({ locale }: DisplaySettingsProps) {
  const { display, tools } = messages(locale);
  const { theme, leading, face, ruler } = display;
  return (
    <div className="display-settings">
      <section className="band">
        <h2>{display.elder}</h2>
        <p>{display.elderText}</p>
        <p>
          <a className="display-settings__button" href={elderPathOf({ kind: 'front', locale })} data-action="mode">
            {display.openElder}
          </a>
        </p>
      </section>
      <section className="band" data-needs="script">
        <h2>{display.title}</h2>
        <Choice name="text-size" label={tools.textSize} options={tools.textSizes} locale={locale} />
        <Choice name="theme" label={theme.label} options={{ system: theme.system, light: theme.light, dark: theme.dark, sepia: theme.sepia, contrast: theme.contrast }} locale={locale} />
        <Choice name="leading" label={leading.label} options={{ 1: leading[1], 2: leading[2], 3: leading[3] }} locale={locale} />
        <Choice name="face" label={face.label} options={{ sans: face.sans, serif: face.serif }} locale={locale} />
        <Choice name="ruler" label={ruler.label} hint={ruler.hint} options={{ off: ruler.off, on: ruler.on }} locale={locale} />
        <h3>{display.sample.label}</h3>
        <div className="prose display-settings__sample">
          <p>{display.sample.text}</p>
        </div>
        <p data-tool="">
          <button type="button" className="display-settings__button" data-action="reset" data-done={display.resetDone}>
            {display.reset}
          </button>
          <span className="display-settings__status" role="status" />
        </p>
      </section>
      <Shortcuts locale={locale} />
      <WithoutScript locale={locale} />
    </div>
  );
}

interface ChoiceProps extends DisplaySettingsProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** The words of each value, the usual one first. */
  readonly options: Readonly<Record<string, string>>;
}

function Choice({ name, label, hint, options, locale }: ChoiceProps): ReactNode {
  const { colon } = messages(locale).joint;
  return (
    <fieldset className="display-settings__choice" data-tool="">
      <legend>{label}</legend>
      {hint && <p>{hint}</p>}
      {Object.entries(options).map(([value, words], place) => (
        <label key={value}>
          <input type="radio" name={name} value={value} defaultChecked={place === 0} data-action="set" data-done={label + colon + words} />
          {words}
        </label>
      ))}
      <span className="visually-hidden" role="status" />
    </fieldset>
  );
}

function Shortcuts({ locale }: DisplaySettingsProps) {
  const { label, text, on, off, key, action, next, previous, aloud, search, settings, moving } = messages(locale).display.shortcuts;
  const keys: readonly (readonly [key: string, action: string])[] = [
    ['n', next],
    ['p', previous],
    ['r', aloud],
    ['/', search],
    ['?', settings],
  ];
  return (
    <section className="band" data-needs="script">
      <h2>{label}</h2>
      <p>{text}</p>
      <Choice name="shortcuts" label={label} options={{ on, off }} locale={locale} />
      <table>
        <thead>
          <tr>
            <th scope="col">{key}</th>
            <th scope="col">{action}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(([pressed, done]) => (
            <tr key={pressed}>
              <th scope="row">
                <kbd>{pressed}</kbd>
              </th>
              <td>{done}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{moving}</p>
    </section>
  );
}

function WithoutScript({ locale }: DisplaySettingsProps) {
  const { label, text, zoom, theme, elder } = messages(locale).display.withoutScript;
  return (
    <section className="band display-settings__without-script">
      <h2>{label}</h2>
      <p>{text}</p>
      <ul>
        <li>{zoom}</li>
        <li>{theme}</li>
        <li>{elder}</li>
      </ul>
    </section>
  );
}
