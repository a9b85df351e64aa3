/** The signed-in person of a request, and the workspace that every query is scoped by. */
export interface RequestScope {
  userId: string;
  workspaceId: string;
}

/** The messenger's visitor of a request: a contact, the channel it came through, and the workspace that every query is scoped by. */
export interface ConsumerScope {
  contactId: string;
  channelId: string;
  workspaceId: string;
  /** When its token ends. */
  expiresAtMs: number;
}
