-- AlterTable
ALTER TABLE "Turn" ADD COLUMN     "postId" TEXT;

-- CreateTable
CREATE TABLE "WebViewSettings" (
    "botId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "settings" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebViewSettings_pkey" PRIMARY KEY ("botId")
);

-- CreateTable
CREATE TABLE "WebViewPost" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "botId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "postId" TEXT,
    "reasonCode" TEXT,
    "reason" TEXT,
    "message" TEXT,
    "messageFate" TEXT,
    "variables" TEXT,
    "variableNames" TEXT NOT NULL,
    "turnNumber" INTEGER,
    "count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "WebViewPost_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WebViewSettings_workspaceId_idx" ON "WebViewSettings"("workspaceId");

-- CreateIndex
CREATE INDEX "WebViewPost_botId_receivedAt_idx" ON "WebViewPost"("botId", "receivedAt");

-- CreateIndex
CREATE INDEX "WebViewPost_outcome_receivedAt_idx" ON "WebViewPost"("outcome", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Turn_conversationId_postId_key" ON "Turn"("conversationId", "postId");

-- AddForeignKey
ALTER TABLE "WebViewSettings" ADD CONSTRAINT "WebViewSettings_botId_fkey" FOREIGN KEY ("botId") REFERENCES "Bot"("id") ON DELETE CASCADE ON UPDATE CASCADE;
