/** The signed-in person of a request, and the workspace that every query is scoped by. */
export interface RequestScope {
  userId: string;
  workspaceId: string;
}
