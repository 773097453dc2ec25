package network

// The limits of a room's words, in characters, and of the rooms of a gathering.
const (
	SpaceNameMax       = 80
	SpaceEquipmentMax  = 400
	SpaceCapacityMax   = 10000
	SpacesPerGathering = 60
)

// SpaceWords are what is said of a room. OnBoard: sessions of the forum can be
// placed there.
type SpaceWords struct {
	Name, Equipment     string
	Capacity            int
	Accessible, OnBoard bool
}

// Clean checks the words and makes them even.
func (w *SpaceWords) Clean() (err error) {
	if w.Name, err = CleanLine("input.name", w.Name, SpaceNameMax); err != nil {
		return err
	}
	if w.Equipment, err = CleanText("input.equipment", w.Equipment, SpaceEquipmentMax); err != nil {
		return err
	}
	return checkCapacity(&w.Capacity, SpaceCapacityMax)
}
