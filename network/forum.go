package network

// ForumPhase: What is going on. What is allowed in each phase is enforced by the server.
type ForumPhase string

const (
	PhasePreparation ForumPhase = "PREPARATION"
	PhaseCollection  ForumPhase = "COLLECTION"
	PhaseMarketplace ForumPhase = "MARKETPLACE"
	PhaseSessions    ForumPhase = "SESSIONS"
	PhaseConvergence ForumPhase = "CONVERGENCE"
	PhaseHarvest     ForumPhase = "HARVEST"
	PhaseClosed      ForumPhase = "CLOSED"
)
