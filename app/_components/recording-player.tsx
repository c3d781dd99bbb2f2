/**
 * The article read by a person: the browser's own player, which needs no script, and the file to take away. Nothing is fetched before the
 * reader presses; the style sheet comes with the player, for few articles have one.
 */
import type { Article } from '@/lib/content/article';
import { recordingTypes, type Recording } from '@/lib/content/recording';
import type { Locale } from '@/lib/locale/locales';
import { durationText, fileSize, machineDuration } from '@/lib/locale/measures';
import { fill, messages } from '@/lib/locale/messages';
import { foreignTag } from './foreign-tag';

interface RecordingPlayerProps {
  readonly recording: Recording;
  /** Whose recording it is. */
  readonly article: Pick<Article, 'title' | 'shownLocale'>;
  readonly locale: Locale;
}

export function RecordingPlayer({ recording: { path, format, size, seconds }, article: { title, shownLocale }, locale }: RecordingPlayerProps) {
  const words = messages(locale).recording;
  return (
    <div className="recording-player">
      <link rel="stylesheet" href={process.env['PORTAL_RECORDING_STYLE']} />
      <audio controls preload="none" src={path} aria-labelledby="recording" />
      <p id="recording">
        {words.label} <time dateTime={machineDuration(seconds)}>{durationText(seconds, locale)}</time>
      </p>
      <a href={path} download={`${title}.${format}`} type={recordingTypes[format]} hrefLang={foreignTag(shownLocale, locale)}>
        {fill(words.download, { format: format.toUpperCase(), size: fileSize(size) })}
      </a>
    </div>
  );
}
