/** Small pools, so that generated people share numbers, names and instants all the time. A table. */

export const STAFF_EMAILS = ["ann", "ben", "cat", "dan", "eve"].map((name) => `${name}@northmoor.example`);
export const EXTENSIONS = ["2001", "2002", "2003", "2004", "2005"];
export const OUTSIDE = { id: "care-1", email: "Rowan.Pike@care.example" };
export const SERVICES = ["Housing", "Council Tax", "Planning"];

export const NAMES = [
  "Jan Nowak",
  "Julia Nowak",
  "Jan Anna Nowak",
  "Łukasz Wójcik",
  "Bríd O'Hanlon-Bjørk",
  "Brid Bjork",
  "Ondine",
  "Zhāng Wěi",
  "张 伟",
  "Jörg Weiß",
  "JÖRG WEIẞ",
  "J Nowak",
  "J. J. Nowak",
  "Anna Anna",
  "Νίκος Παππάς",
  "Dr Anna Lord",
  "Nellie",
  "Иван Йованов",
];

export const TITLES = "Mr Mrs Miss Ms Mx Dr Prof. Rev SIR dame Lord Lady Cllr".split(" ");

/** Each row is one number, as different people write it. */
export const PHONES = [
  ["07700 900101", "+44 7700 900101", "00447700900101", "+44 (0)7700 900101", "07700-900-101"],
  ["07700 900102", "+447700900102"],
  ["01632 960001", "+44 1632 960001", "(01632) 960001"],
  ["01632 960002", "+441632960002"],
];
export const EMAILS = [
  ["jan@mail.example", " JAN@mail.example "],
  ["ja.n@mail.example", "jan+x@mail.example"],
  ["post@house.example", "Post@House.Example"],
];
export const HANDLES = [
  ["@Jan_N", "jan_n"],
  ["brid", "@BRID"],
];
export const PLATFORMS = ["x", "facebook", "X"];
export const ADDRESSES = [
  ["1 Sample Row, Marlowick", "1, SAMPLE ROW - MARLOWICK.", "1  sample row\nmarlowick"],
  ["St. Mary's House, 2 Sample Row", "st marys house 2 sample row", "St Mary’s House; 2 Sample Row"],
];
export const UPRNS = [
  ["999900001117", "9999 0000 1117"],
  ["999900001118", "UPRN 999900001118"],
];
/** Values that nothing can be looked up by. */
export const UNUSABLE = { phone: ["101", "withheld", ""], email: ["not an address", ""], name: ["", "Mr", "--"] };

/** Instants where arrangements begin and end: clock changes, midnights, Mondays. Spelled with several offsets. */
export const EDGES = [
  "2026-09-30T23:00:00Z",
  "2026-10-01T00:00:00+01:00",
  "2026-10-19T00:00:00+01:00",
  "2026-10-25T00:30:00Z",
  "2026-10-25T01:30:00+01:00",
  "2026-10-25T01:00:00Z",
  "2026-10-25T01:30:00+00:00",
  "2026-10-26T00:00:00Z",
  "2026-12-28T00:00:00Z",
  "2027-01-04T00:00:00Z",
  "2027-03-28T00:59:00Z",
  "2027-03-28T01:00:00Z",
  "2027-03-28T02:00:00+01:00",
];
export const LAST_DAYS = ["2026-09-30", "2026-10-24", "2026-10-25", "2027-01-03", "2027-03-28"];

/** When those days are over in London, to the instant. */
export const MIDNIGHTS = [
  "2026-09-30T23:00:00Z",
  "2026-10-24T23:00:00Z",
  "2026-10-26T00:00:00Z",
  "2027-01-04T00:00:00Z",
  "2027-03-28T23:00:00Z",
];

/** Calls close together, about one Monday midnight in each of the time zones, and some at one instant. */
export const CALLS = [
  "2026-10-25T10:14:59.999Z",
  "2026-10-25T10:15:00Z",
  "2026-10-25T23:59:59.999Z",
  "2026-10-26T00:00:00Z",
  "2026-10-26T03:59:59.999Z",
  "2026-10-26T04:00:00Z",
  "2026-10-26T04:00:00.001Z",
  "2026-10-29T01:15:00Z",
];

export const CHANNELS = [
  "phone",
  "email",
  "letter",
  "visit",
  "meeting",
  "home_visit",
  "social_media",
  "web_form",
  "text_message",
];
export const PREMISES = ["Civic Centre", "Mill Street Hub"];
export const TOPICS = ["PL-1", "CT-2"];
export const KEYWORDS = ["bin", "garden fence", "straße"];
export const SUBJECTS = [
  "The bin",
  "Binoculars",
  "A garden fenced in, in a cabin",
  "GARDEN  FENCE!",
  "My garden, fence and all",
  "STRAẞE 5",
  "Die Strasse",
  "Die Hauptstraße",
  "Rent",
  "Freedom of Information: the bin",
  "freedom of informations",
  "A gas leak",
  "",
];
export const REASONS = ["safeguarding", "appeal", "elected_member", "foi_or_subject_access"];
export const TIME_ZONES = ["Europe/London", "Europe/Dublin", "Pacific/Chatham", "America/Havana"];
