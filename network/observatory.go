package network

// MeasureCode: CENTRES: centres in the network. TIED_CENTRES: centres with a tie.
// ISOLATES: without. TIES: pairs tied. DENSITY: ties over possible pairs, 0 to 1.
// CROSS_REGION: share of ties across regions, 0 to 1. NEW_TIES, LOST_TIES: against the
// period before.
type MeasureCode string

const (
	MeasureCentres     MeasureCode = "CENTRES"
	MeasureTiedCentres MeasureCode = "TIED_CENTRES"
	MeasureIsolates    MeasureCode = "ISOLATES"
	MeasureTies        MeasureCode = "TIES"
	MeasureDensity     MeasureCode = "DENSITY"
	MeasureCrossRegion MeasureCode = "CROSS_REGION"
	MeasureNewTies     MeasureCode = "NEW_TIES"
	MeasureLostTies    MeasureCode = "LOST_TIES"
)

// TieKind: SAME_GROUP weighs 1, SAME_PROJECT 3, SAME_SESSION 0.5: see the documentation of
// ties.
type TieKind string

const (
	TieSameGroup   TieKind = "SAME_GROUP"
	TieSameProject TieKind = "SAME_PROJECT"
	TieSameSession TieKind = "SAME_SESSION"
)
