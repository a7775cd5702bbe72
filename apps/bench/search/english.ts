import type { Language } from './grammar.js';

const NOUNS = (
  'printer router battery screen keyboard cable charger adapter speaker camera sensor remote display charge account ' +
  'password invoice order delivery subscription refund licence update driver backup folder archive message inbox ' +
  'calendar contact filter pump valve hose boiler heater radiator thermostat kettle oven grill hob fridge freezer ' +
  'dishwasher washer dryer drum drain pipe seal gasket hinge handle drawer shelf bracket screw bolt nut washer spring ' +
  'bearing belt chain gear brake pedal saddle wheel tyre rim spoke hub frame fork light lamp bulb socket switch fuse ' +
  'plug wire antenna signal network firewall gateway server browser cookie plugin extension theme font template report ' +
  'chart table column row formula macro script query index token session profile avatar badge forum thread reply ' +
  'moderator ticket warranty receipt manual brochure package parcel courier label barcode scanner reader toner ' +
  'cartridge nozzle tray roller lens tripod shutter flash memory card drive disk partition volume kernel module port ' +
  'dock stand mount case cover strap buckle zip pocket tent stove burner flask blade mower trimmer saw drill hammer'
).split(' ');
const BEGINNINGS = (
  'micro auto hydro thermo over multi tele mini photo inter sub super ultra cyber geo bio electro magneto turbo mono ' +
  'poly nano mega pre counter side back front under cross'
).split(' ');

const neuter = (word: string) => ({ word, gender: 'n' });

export const english: Language = {
  locale: 'en',
  nouns: [...new Set(NOUNS)].map(neuter),
  compounds: BEGINNINGS.flatMap((beginning) => [...new Set(NOUNS)].map((noun) => neuter(beginning + noun))),
  verbs: (
    'install remove replace clean reset connect update repair calibrate adjust tighten loosen configure restore export ' +
    'import cancel return charge mount align open close lock unlock pair share print scan copy move rename delete ' +
    'archive merge split measure test lubricate drain fill descale defrost assemble dismantle upgrade downgrade activate ' +
    'deactivate synchronise register transfer renew'
  ).split(' '),
  adjectives: (
    'new old broken noisy slow loose rusty wet hot cold empty full faulty original compatible spare second wireless ' +
    'digital manual automatic external internal upper lower left right small large heavy light cheap expensive safe ' +
    'dirty clean blocked cracked bent worn missing wrong strange silent stable unstable reliable flexible rigid shiny'
  ).split(' '),
  moments: [
    'after the update',
    'since yesterday',
    'in winter',
    'during the night',
    'after moving house',
    'while travelling',
    'on weekends',
    'after a power cut',
    'without tools',
    'for the first time',
    'before the holidays',
    'at high altitude',
    'after the repair',
    'under full load',
    'in the rain',
    'over a slow connection',
    'with two users',
    'after a long break',
    'at the office',
    'when it is hot',
  ],
  titles: [
    'How do I {verb} the {thing} of my {name} {model}?',
    'How to {verb} a {adjective} {thing} on the {name}',
    'The {thing} of my {name} is {adjective} {moment}',
    'Why does the {part} of the {name} stop the {thing} {moment}?',
    '{name} {model}: {adjective} {part} makes the {thing} fail',
    'Can I {verb} the {thing} with a {part} from {name}?',
    'What is the right {thing} for a {adjective} {name} {part}?',
    'Is it safe to {verb} the {part} of a {name} {moment}?',
    '{thing} shows an error {moment} on the {name} {model}',
    'Best way to {verb} {thing} and {part} of the {name}',
    'Where do I find the {part} next to the {thing} of my {name}?',
    'Do I need a {adjective} {thing} to {verb} the {name}?',
  ],
  sentences: [
    'I bought the {name} last year and the {thing} was fine until now.',
    'When I {verb} the {thing}, the {part} becomes {adjective}.',
    'The manual says to {other} the {noun} first, but that did not help.',
    'My {noun} is {adjective}, and the {noun} next to it looks {adjective} too.',
    'It happens {moment} and goes away when I {other} the {noun}.',
    'Has anybody tried to {other} a {adjective} {noun} on this?',
    'The {name} {model} has a {adjective} {part}, so you have to {verb} it with care.',
    'Take out the {part}, {other} the {noun} and put the {thing} back.',
    'Support told me to {other} the {noun} and wait for an hour.',
    'A {adjective} {noun} would be an alternative, but a {noun} costs less.',
    'Please check the {noun} behind the {part} before you {other} anything.',
    'You can {other} the {noun} yourself if you have the {adjective} {noun}.',
    'That solved it here: the {thing} works again with the {noun}.',
    'There are two kinds of {noun}, one for the {noun} and one for the {noun}.',
    'I would not {other} it {moment}, because the {noun} may get {adjective}.',
  ],
  articles: {},
};
