-- AlterTable
ALTER TABLE "Bot" ADD COLUMN     "liveReleaseId" TEXT;

-- CreateTable
CREATE TABLE "BotDraft" (
    "botId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BotDraft_pkey" PRIMARY KEY ("botId")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "botId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "program" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" TEXT NOT NULL,
    "createdByName" TEXT NOT NULL,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BotTest" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "botId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "lastResult" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BotTest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "botId" TEXT NOT NULL,
    "releaseId" TEXT,
    "kind" TEXT NOT NULL,
    "options" TEXT NOT NULL DEFAULT '{}',
    "consumerId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "lastSeq" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "conversationId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "turnNumber" INTEGER NOT NULL,
    "clientMessageId" TEXT,
    "content" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("conversationId","seq")
);

-- CreateTable
CREATE TABLE "Turn" (
    "conversationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "journal" BYTEA,
    "trace" BYTEA,
    "stateAfter" BYTEA,
    "ownerId" TEXT,
    "leaseUntil" TIMESTAMP(3),
    "startedAt" TIMESTAMP(3) NOT NULL,
    "durationMs" DOUBLE PRECISION,

    CONSTRAINT "Turn_pkey" PRIMARY KEY ("conversationId","number")
);

-- CreateTable
CREATE TABLE "Timer" (
    "conversationId" TEXT NOT NULL,
    "timerId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "fireAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Timer_pkey" PRIMARY KEY ("conversationId","timerId")
);

-- CreateTable
CREATE TABLE "PermanentVariable" (
    "workspaceId" TEXT NOT NULL,
    "botId" TEXT NOT NULL,
    "consumerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PermanentVariable_pkey" PRIMARY KEY ("botId","consumerId","name")
);

-- CreateTable
CREATE TABLE "ContextNamespace" (
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ttlS" INTEGER,

    CONSTRAINT "ContextNamespace_pkey" PRIMARY KEY ("workspaceId","name")
);

-- CreateTable
CREATE TABLE "ContextProperty" (
    "workspaceId" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "property" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "expiresAt" TIMESTAMP(3),

    CONSTRAINT "ContextProperty_pkey" PRIMARY KEY ("workspaceId","namespace","scope","ownerId","property")
);

-- CreateTable
CREATE TABLE "CustomEvent" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "botId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "eventName" TEXT NOT NULL,
    "userText" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CustomEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "conversationId" TEXT,
    "fileName" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "byteCount" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BotDraft_workspaceId_idx" ON "BotDraft"("workspaceId");

-- CreateIndex
CREATE INDEX "Release_workspaceId_botId_idx" ON "Release"("workspaceId", "botId");

-- CreateIndex
CREATE UNIQUE INDEX "Release_botId_number_key" ON "Release"("botId", "number");

-- CreateIndex
CREATE INDEX "BotTest_workspaceId_botId_name_idx" ON "BotTest"("workspaceId", "botId", "name");

-- CreateIndex
CREATE INDEX "Conversation_workspaceId_botId_updatedAt_idx" ON "Conversation"("workspaceId", "botId", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Message_conversationId_clientMessageId_key" ON "Message"("conversationId", "clientMessageId");

-- CreateIndex
CREATE INDEX "Turn_status_leaseUntil_idx" ON "Turn"("status", "leaseUntil");

-- CreateIndex
CREATE INDEX "Timer_fireAt_idx" ON "Timer"("fireAt");

-- CreateIndex
CREATE INDEX "PermanentVariable_workspaceId_idx" ON "PermanentVariable"("workspaceId");

-- CreateIndex
CREATE INDEX "CustomEvent_workspaceId_botId_createdAt_idx" ON "CustomEvent"("workspaceId", "botId", "createdAt");

-- CreateIndex
CREATE INDEX "StoredFile_workspaceId_conversationId_idx" ON "StoredFile"("workspaceId", "conversationId");

-- AddForeignKey
ALTER TABLE "BotDraft" ADD CONSTRAINT "BotDraft_botId_fkey" FOREIGN KEY ("botId") REFERENCES "Bot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_botId_fkey" FOREIGN KEY ("botId") REFERENCES "Bot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BotTest" ADD CONSTRAINT "BotTest_botId_fkey" FOREIGN KEY ("botId") REFERENCES "Bot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Timer" ADD CONSTRAINT "Timer_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
