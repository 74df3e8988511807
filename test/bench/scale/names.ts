/** What the people of a large register are called and where they live. A table file, long on purpose. */
import { normaliseAddress } from "../../../src/matching/identifiers.ts";
import { foldName } from "../../../src/matching/names.ts";

/** A name as it is written and as its words are folded. */
export type Written = { readonly place: number; readonly written: string; readonly tokens: readonly string[] };

/** The commonest first. */
const FIRST =
  "David John Susan Margaret Michael Mohammed Sarah James Karen Paul Andrew Helen Christine Peter Mark Emma Robert Linda Patricia Stephen William Elizabeth Richard Julie Christopher Jacqueline Thomas Laura Alan Jean Daniel Anthony Claire Kevin Rebecca Brian Matthew Janet Amanda Charlotte George Nicola Ian Olivia Simon Amelia Philip Fatima Lee Jack Joseph Oliver Harry Lucy Chloë Siân Aoife José Zoë Łukasz Agnieszka Priya Ayesha Yusuf Ngozi Kwame Björn Renée Jürgen Søren Małgorzata Wei Mei Anh Ioana Ștefan Đorđe Owain Niamh Hamish Anne-Marie Jean-Luc Abdul Gurpreet Harjit Nadia Tariq Leïla Efua Chidi Thandiwe Mateusz Zsófia Íñigo Ólafur Μαρία Иван 美玲 محمد".split(
    " ",
  );

const SURNAMES =
  "Smith Jones Williams Taylor Brown Davies Evans Wilson Thomas Johnson Roberts Robinson Thompson Wright Walker White Edwards Hughes Green Hall Lewis Harris Clarke Patel Jackson Wood Turner Martin Cooper Hill Ward Morris Moore Clark Lee King Baker Harrison Morgan Allen James Scott Phillips Watson Davis Parker Price Bennett Young Griffiths Mitchell Kelly Cook Carter Richardson Bailey Collins Bell Shaw Murphy Miller Cox Richards Khan Marshall Anderson Simpson Ellis Adams Singh Begum Wilkinson Foster Chapman Powell Webb Rogers Gray Mason Ali Hunt Hussain Campbell Matthews Owen Palmer Holmes Mills Barnes Knight Lloyd Butler Russell Barker Fisher Stevens Jenkins Murray Dixon Harvey O'Brien O’Neill D'Souza Nowak Kowalczyk Wiśniewski Müller García Nguyễn Şahin Åkesson Popescu Okafor Mensah Al-Farsi McDonald Fitzgerald Begum-Ali".split(
    " ",
  );
/** Half of all people have a surname that few share: these and their endings. */
const STEMS =
  "Ash Bir Black Brad Brom Burn Cal Car Chad Clay Cole Crom Dal Den Dun East Eller Fair Fen Gar Gil Grim Had Hal Har Hazel Hol Horn Inger Kel Kirk Lang Leigh Lin Long Mal Mar Mel Mid Nor Oak Old Pem Pick Rad Red Rock Rush Sal Shel Stan Staple Stock Thorn Up Wal War West Whit Wood".split(
    " ",
  );
const ENDINGS =
  "bourne bridge brook bury by church cliffe combe cote croft dale den don ey field ford gate grave ham hurst land leigh ley low man marsh mere ridge shaw stead stone thorpe thwaite ton ward well wick wood worth".split(
    " ",
  );

const STREETS =
  "High Street|Station Road|Church Lane|St Mary's Road|Victoria Avenue|King's Parade|Mill Lane|The Crescent|Albert Terrace|Queen’s Drive|Park View|Back o' th' Hill|Meadow Close|Castle-Gate|Elm Grove|Orchard Way".split(
    "|",
  );
const TOWNS = "Benchley|Upper Benchley|Benchley-on-Sea|St Bench|Market Benchford".split("|");
export const MAIL = ["mail.example", "post.example", "inbox.example", "letters.example"];

const written = (names: readonly string[], fold: (name: string) => readonly string[]): Written[] =>
  names.map((name, place) => ({ place, written: name, tokens: fold(name) }));
const asAddress = (text: string): readonly string[] => [normaliseAddress(text) ?? ""];

export const FIRST_NAMES = written(FIRST, foldName);
export const COMMON_SURNAMES = SURNAMES.length;
/** The common ones first, the commonest of them first. */
export const ALL_SURNAMES = written(
  [...SURNAMES, ...STEMS.flatMap((stem) => ENDINGS.map((ending) => `${stem}${ending}`))],
  foldName,
);
export const STREET_NAMES = written(STREETS, asAddress);
export const TOWN_NAMES = written(TOWNS, asAddress);
