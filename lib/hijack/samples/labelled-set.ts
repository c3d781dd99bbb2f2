/**
 * The labelled set, and the measure taken on it: how many injected texts are found (recall), how many clean ones are suspected (false
 * alarms), how many reversible tricks are undone to the character.
 */
import { certainEnough, findHijacks } from '../scan';
import type { Finding } from '../finding';
import { openChance } from './chance';
import { cleanText, treacherous } from './clean-text';
import { beforeReplacement, samplePlace, techniques, type Technique } from './techniques';

export interface InjectedSample {
  readonly technique: Technique;
  readonly text: string;
  /** What the text was before. */
  readonly original: string;
}

export interface LabelledSet {
  readonly clean: readonly string[];
  readonly injected: readonly InjectedSample[];
}

/** The same seed gives the same set. */
export function makeLabelledSet(seed = 20230203, cleanCount = 400, perTechnique = 25): LabelledSet {
  const chance = openChance(seed);
  const clean = [...treacherous.map((sentence) => sentence.replace(/\{\w\}/g, '12')), ...Array.from({ length: cleanCount }, () => cleanText(chance))];
  const injected = techniques.flatMap((technique) =>
    Array.from({ length: perTechnique }, (): InjectedSample => {
      const text = cleanText(chance);
      const original = technique.name === 'place-replaced' ? beforeReplacement(text) : text;
      return { technique, text: technique.inject(text, chance), original };
    }),
  );
  return { clean, injected };
}

export interface Score {
  readonly technique: string;
  readonly samples: number;
  readonly found: number;
  /** Of reversible techniques: how many came back to the character. */
  readonly restored?: number;
  /** Clean texts in which the technique's rule sees something. */
  readonly falseAlarms: number;
  readonly cleanTexts: number;
}

export function measure({ clean, injected }: LabelledSet): readonly Score[] {
  const alarms = clean.map((text) => certain(text));
  return techniques.map((technique) => {
    const samples = injected.filter((sample) => sample.technique === technique);
    const findings = samples.map(({ text }) => certain(text));
    return {
      technique: technique.name,
      samples: samples.length,
      found: findings.filter((list) => list.some(({ rule }) => rule === technique.rule)).length,
      ...(technique.isReversible && { restored: samples.filter(({ text, original }, place) => isSame(repaired(text, findings[place] ?? []), original)).length }),
      falseAlarms: alarms.filter((list) => list.some(({ rule }) => rule === technique.rule)).length,
      cleanTexts: clean.length,
    };
  });
}

function certain(text: string): readonly Finding[] {
  return findHijacks(text, { place: samplePlace }).filter(({ confidence }) => confidence >= certainEnough);
}

/** The text with every repair made. */
export function repaired(text: string, findings: readonly Finding[]): string {
  return findings.reduceRight((rest, { start, end, repair }) => (repair === undefined ? rest : rest.slice(0, start) + repair + rest.slice(end)), text);
}

/** Empty paragraphs that a removed element leaves are no loss. */
function isSame(a: string, b: string): boolean {
  return a.replace(/\n{2,}/g, '\n\n').trim() === b.trim();
}
