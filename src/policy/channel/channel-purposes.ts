/** What a council keeps a channel for, one channel for each (DESIGN decision 8, CASEWORK section 4). */
export const CHANNEL_PURPOSES = ["register", "seniors"] as const;
export type ChannelPurpose = (typeof CHANNEL_PURPOSES)[number];
