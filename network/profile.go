package network

// ThemesMax bounds the themes of one object.
const ThemesMax = 8

// Profile is what a person says of themselves.
type Profile struct{ GivenName, FamilyName, Phone, Bio string }

// Validate cleans the profile in place, or says which field is at fault.
func (p *Profile) Validate() (err error) {
	if p.GivenName, err = CleanLine("input.givenName", p.GivenName, 80); err != nil {
		return err
	}
	if p.FamilyName, err = CleanLine("input.familyName", p.FamilyName, 80); err != nil {
		return err
	}
	if p.Phone != "" {
		if p.Phone, err = CleanLine("input.phone", p.Phone, 40); err != nil {
			return err
		}
	}
	p.Bio, err = CleanText("input.bio", p.Bio, 2000)
	return err
}

// CanEditProfile lets everyone edit themselves and nobody else.
func CanEditProfile(v Viewer, staff ID) error {
	if err := CanAct(v); err != nil {
		return err
	}
	if v.StaffID != staff {
		return Forbidden("own_profile_only")
	}
	return nil
}
