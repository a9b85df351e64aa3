-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_PermanentVariable" (
    "workspaceId" TEXT NOT NULL,
    "botId" TEXT NOT NULL,
    "isPreview" BOOLEAN NOT NULL DEFAULT false,
    "consumerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "expiresAt" DATETIME NOT NULL,

    PRIMARY KEY ("botId", "isPreview", "consumerId", "name")
);
INSERT INTO "new_PermanentVariable" ("botId", "consumerId", "expiresAt", "name", "value", "workspaceId") SELECT "botId", "consumerId", "expiresAt", "name", "value", "workspaceId" FROM "PermanentVariable";
DROP TABLE "PermanentVariable";
ALTER TABLE "new_PermanentVariable" RENAME TO "PermanentVariable";
CREATE INDEX "PermanentVariable_workspaceId_idx" ON "PermanentVariable"("workspaceId");
CREATE TABLE "new_ContextNamespace" (
    "workspaceId" TEXT NOT NULL,
    "isPreview" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "ttlS" INTEGER,

    PRIMARY KEY ("workspaceId", "isPreview", "name")
);
INSERT INTO "new_ContextNamespace" ("name", "ttlS", "workspaceId") SELECT "name", "ttlS", "workspaceId" FROM "ContextNamespace";
DROP TABLE "ContextNamespace";
ALTER TABLE "new_ContextNamespace" RENAME TO "ContextNamespace";
CREATE TABLE "new_ContextProperty" (
    "workspaceId" TEXT NOT NULL,
    "isPreview" BOOLEAN NOT NULL DEFAULT false,
    "namespace" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "property" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "expiresAt" DATETIME,

    PRIMARY KEY ("workspaceId", "isPreview", "namespace", "scope", "ownerId", "property")
);
INSERT INTO "new_ContextProperty" ("expiresAt", "namespace", "ownerId", "property", "scope", "value", "workspaceId") SELECT "expiresAt", "namespace", "ownerId", "property", "scope", "value", "workspaceId" FROM "ContextProperty";
DROP TABLE "ContextProperty";
ALTER TABLE "new_ContextProperty" RENAME TO "ContextProperty";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
