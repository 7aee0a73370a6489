// The id of a lead: for one of another length Meta refuses the whole event.
const leadID = (value) => text(value).match('^[0-9]{15,16}$') && whole(value);
