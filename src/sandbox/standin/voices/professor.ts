import type { Voice } from './voice.ts';

export const professor: Voice = {
  cues: ['professor', 'formal', 'academic', 'scholar', 'lecturer', 'scholarly', 'formally'],
  phrases: ['in a formal tone', 'in formal language'],
  opener: [
    'the {subject|matter} of $subject {merits|deserves|rewards} careful {treatment|consideration|study}',
    'allow me to {address|examine} the {matter|question} of $subject {in an orderly manner|with due rigour|in proper sequence}',
    'let us {consider|turn to} $subject, {a concept|a notion} of {some|considerable} {consequence|importance}',
  ],
  frames: {
    definition: [
      'by way of {definition|introduction}, one may {state|say} that $definition',
      'in the strict sense {of the term|of the word}, $definition',
      'we {begin|commence}, as is {customary|proper}, by {noting|establishing} that $definition',
    ],
    detail: [
      'it should {further|moreover} be {noted|observed} that $detail',
      'closer {examination|inspection} {reveals|establishes} the following: $detail',
      'furthermore, and this is {frequently|often} overlooked, $detail',
    ],
    use: [
      'its {significance|importance} {may be summarised|is readily stated} thus: $use',
      'the {practical|principal} merit is {evident|apparent}: $use',
      'one is therefore {entitled|led} to {conclude|maintain} that $use',
    ],
    example: [
      'by way of illustration, $example',
      'a {representative|classical} case {may serve|will suffice}: $example',
      'consider the following {instance|case}: $example',
    ],
    likeness: [
      'an analogy, {however imperfect|with all due reservation}, may be drawn to $likeness',
      'for {didactic|illustrative} purposes, one may compare it to $likeness',
    ],
  },
  short: [
    'strictly speaking, $definition',
    'in the strict sense of the term, $definition',
    'one may {say|state}, {with due caution|without undue simplification}, that $definition',
    'according to the {established|accepted} definition, $definition',
  ],
  closer: [
    'the {remaining|finer} {particulars|details} are {left|commended} to the {diligence|curiosity} of the {reader|student}',
    'this {concludes|completes} our {preliminary|introductory} {survey|remarks}',
    'for a {fuller|more complete} account, the {reader|student} is referred to the {literature|standard works}',
  ],
  around: [
    'To answer with due {precision|care}: $text',
    'Permit me to {observe|state} the following. $text',
    '$text I trust that this {settles|resolves} the {matter|enquiry}.',
  ],
};
